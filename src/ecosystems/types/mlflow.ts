import { defineEcosystem } from '#ecosystems/ecosystem.ts'
import { scheme as generic } from '#ecosystems/schemes/generic.ts'

export const ecosystem = defineEcosystem({
  id: 'mlflow',
  label: 'MLflow',
  explanation: 'Models in an MLflow registry; whether case matters depends on who runs it.',
  source: 'https://github.com/package-url/purl-spec/blob/main/types/mlflow-definition.json',
  purl: {
    namespace: 'prohibited',
    adjust: (purl) =>
      purl.qualifiers?.['repository_url']?.includes('databricks') ? { ...purl, name: purl.name.toLowerCase() } : purl,
  },
  osv: null,
  versions: generic,
})
