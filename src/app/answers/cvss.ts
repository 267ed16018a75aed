import { scoreCvss } from '#vulnerabilities/cvss.ts'
import { textField, type Answerer } from './line.ts'

export const answerCvssScore: Answerer = (line) => scoreCvss(textField(line, 'vector'))
