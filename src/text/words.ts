/** The words of one language. English is the model: another language that lacks a key does not compile. */

import type { en } from './en.ts'

export type Words = typeof en
