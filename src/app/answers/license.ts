import { parseLicenseExpression } from '#domain/license-expression.ts'
import { textField, type Answerer } from './line.ts'

export const answerLicenseParse: Answerer = (line) => parseLicenseExpression(textField(line, 'expression'))
