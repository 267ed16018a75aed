/** What pages offer for choosing, apart from the shapes, whose library no page needs. */

export { justifications, mostFindingsAtOnce } from '#domain/finding-status.ts'
export { channels, eventKinds } from '#domain/notification.ts'
export { savedPages, type SavedPage } from '#domain/saved-view.ts'
