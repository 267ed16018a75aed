import { openHttpClient, type HttpClient } from '#sources/http.ts'

/** A client for one address that the person named, and no other. */
export function openOutside(): HttpClient {
  return openHttpClient({ offline: false, allowedHosts: [], cacheFolder: null, retries: 3 })
}
