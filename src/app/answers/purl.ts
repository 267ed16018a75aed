import { buildPurl, parsePurl, validatePurl } from '#ecosystems/purl.ts'
import { optionalTextField, optionalTextMapField, textField, type Answerer } from './line.ts'

export const answerPurlParse: Answerer = (line) => {
  const parsed = parsePurl(textField(line, 'purl'))
  return parsed.ok ? { ok: true, ...parsed.purl, canonical: parsed.canonical } : parsed
}

export const answerPurlBuild: Answerer = (line) =>
  buildPurl({
    type: textField(line, 'type'),
    namespace: optionalTextField(line, 'namespace'),
    name: textField(line, 'name'),
    version: optionalTextField(line, 'version'),
    qualifiers: optionalTextMapField(line, 'qualifiers'),
    subpath: optionalTextField(line, 'subpath'),
  })

export const answerPurlValidate: Answerer = (line) => ({ ok: true, ...validatePurl(textField(line, 'purl')) })
