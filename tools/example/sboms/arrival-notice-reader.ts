/**
 * A supplier's good document: CycloneDX 1.6 with relations, licenses, hashes and completeness, a machine-learning model
 * with its card, and the data set it was trained on. Supplier, product, model and data set are invented; the libraries and
 * the model that the supplier started from are real.
 */

import { closure, type Resolved } from './closure.ts'
import { document, library, relations, type Json } from './cyclonedx.ts'

const root = 'pkg:generic/saltmarsh-analytics/arrival-notice-reader@2.2.0'
const model = 'pkg:generic/saltmarsh-analytics/notice-classifier@2026.08'
const trainingData = 'pkg:generic/harbor-city/arrival-notices@2026.06'
const baseModel = 'pkg:huggingface/distilbert-base-uncased@043235d6088ecd3dd5fb5ca3592b6913fd516027'

export function arrivalNoticeReader(): Json {
  const parts = closure('arrival-notice-reader')
  const [own, ...others] = relations(root, parts, purlOf)
  return document({
    serialNumber: '0c1f7a34-61e6-4a39-8f0d-77d2a7b0c902',
    metadata: {
      timestamp: '2026-09-30T14:05:00Z',
      lifecycles: [{ phase: 'build' }],
      tools: { components: [{ type: 'application', name: 'saltmarsh-release', version: '4.0.2' }] },
      authors: [{ name: 'Release desk', email: 'release@saltmarsh-analytics.example' }],
      component: {
        type: 'application',
        'bom-ref': root,
        name: 'Arrival notice reader',
        version: '2.2.0',
        purl: root,
        licenses: [
          {
            license: {
              name: 'Saltmarsh Analytics license for public bodies',
              licensing: {
                licensor: { organization: { name: 'Saltmarsh Analytics' } },
                licensee: { organization: { name: 'City of Harbor City' } },
                purchaseOrder: 'HC-2025-031',
                licenseTypes: ['subscription'],
                lastRenewal: '2026-01-01T00:00:00Z',
                expiration: '2026-12-31T23:59:59Z',
              },
            },
          },
        ],
      },
      manufacturer: saltmarsh,
      supplier: saltmarsh,
    },
    components: [...parts.map((part) => library(part, purlOf(part))), classifier, distilbert, notices],
    services: [
      {
        'bom-ref': 'service:weather',
        provider: { name: 'Harbor City weather mast' },
        name: 'wind-forecast',
        endpoints: ['https://wind.harbor-city.example/v1'],
        authenticated: true,
        'x-trust-boundary': true,
        data: [{ flow: 'inbound', classification: 'public' }],
      },
    ],
    dependencies: [
      { ref: root, dependsOn: [...(own?.dependsOn ?? []), model, 'service:weather'] },
      ...others,
      { ref: model, dependsOn: [baseModel, trainingData] },
      { ref: baseModel, dependsOn: [] },
      { ref: trainingData, dependsOn: [] },
    ],
    compositions: [{ aggregate: 'complete', assemblies: [root] }],
  })
}

const saltmarsh: Json = {
  name: 'Saltmarsh Analytics',
  url: ['https://saltmarsh-analytics.example'],
  contact: [{ name: 'Product security', email: 'security@saltmarsh-analytics.example' }],
}

const classifier: Json = {
  type: 'machine-learning-model',
  'bom-ref': model,
  supplier: saltmarsh,
  name: 'notice-classifier',
  version: '2026.08',
  description: 'Tells from the text of an arrival notice what the ship needs at the quay.',
  licenses: [
    {
      license: {
        name: 'OpenRAIL-M',
        text: {
          contentType: 'text/plain',
          content: 'Weights: free to use within the use restrictions of the supplier, annex B of HC-2025-031.',
        },
      },
    },
  ],
  purl: model,
  pedigree: { ancestors: [{ type: 'machine-learning-model', name: 'distilbert-base-uncased', purl: baseModel }] },
  modelCard: {
    modelParameters: {
      approach: { type: 'supervised' },
      task: 'text-classification',
      architectureFamily: 'transformer',
      modelArchitecture: 'DistilBERT',
      datasets: [{ ref: trainingData }],
      inputs: [{ format: 'text' }],
      outputs: [{ format: 'label' }],
    },
    quantitativeAnalysis: { performanceMetrics: [{ type: 'accuracy', value: '0.91', slice: 'notices in English' }] },
    considerations: {
      users: ['Traffic center of a port'],
      useCases: ['Preparing the berth plan; a person confirms each line'],
      technicalLimitations: ['Notices in languages other than English are passed on unread'],
      ethicalConsiderations: [
        {
          name: 'Names of masters and agents in notices',
          mitigationStrategy: 'Names are removed before training and before use',
        },
      ],
    },
  },
}

const distilbert: Json = {
  type: 'machine-learning-model',
  'bom-ref': baseModel,
  name: 'distilbert-base-uncased',
  version: '043235d6088ecd3dd5fb5ca3592b6913fd516027',
  licenses: [{ license: { id: 'Apache-2.0', acknowledgement: 'declared' } }],
  purl: baseModel,
}

const notices: Json = {
  type: 'data',
  'bom-ref': trainingData,
  name: 'arrival-notices',
  version: '2026.06',
  licenses: [{ license: { id: 'CC-BY-4.0', acknowledgement: 'declared' } }],
  purl: trainingData,
  data: [
    {
      type: 'dataset',
      name: 'Arrival notices of Harbor City, 2019 to 2026, without names',
      classification: 'public',
      description: '41,000 notices with the services that the ships then used.',
      governance: { owners: [{ organization: { name: 'City of Harbor City' } }] },
    },
  ],
}

function purlOf({ name, version }: Resolved): string {
  return `pkg:pypi/${name}@${version}`
}
