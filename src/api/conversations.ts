/** What a page about conversations has to know of audiences and consent, besides the shapes. */

export { confidentialities, consents, useOf } from '#domain/consent.ts'
export { talkAudiences, type TalkAudience } from '#domain/motivators.ts'
