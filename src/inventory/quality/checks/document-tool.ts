import { defineCheck } from '#inventory/quality/field-check.ts'

export const check = defineCheck({
  id: 'document-tool',
  version: 1,
  of: 'document',
  needsFacts: true,
  label: 'Tool',
  question: 'Does it say which tool made the list?',
  why: 'Tools see different things; knowing the tool tells what may be missing.',
  source: 'CycloneDX metadata.tools; SPDX creators that are tools, createdUsing',
  find: (_, { tools: [tool] }) => (tool === undefined ? null : [tool.name, tool.version ?? ''].join(' ').trim()),
})
