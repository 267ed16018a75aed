/** Tells workers in this process that there is work, so that it need not wait until they look for it. */

const channelName = 'headwater-work'

export function ringForWork(): void {
  const channel = new BroadcastChannel(channelName)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
  channel.postMessage(null)
  channel.close()
}

/** @returns a function that ends the listening */
export function listenForWork(heard: () => void): () => void {
  const channel = new BroadcastChannel(channelName)
  channel.addEventListener('message', heard)
  channel.unref()
  return () => channel.close()
}
