/** Shapes of the addresses that pipelines for Dependency-Track call, as its documentation names them. */

import { Type } from 'typebox'

const project = {
  /** Uuid of a project; here also the id of a product. */
  project: Type.Optional(Type.String({ maxLength: 200 })),
  projectName: Type.Optional(Type.String({ maxLength: 200 })),
  projectVersion: Type.Optional(Type.String({ maxLength: 200 })),
}

/** Fields that this server does not know are passed over, as pipelines send what their version of the other one takes. */
export const bomUpload = Type.Object({
  ...project,
  autoCreate: Type.Optional(Type.Boolean()),
  /** The document in base64. */
  bom: Type.String({ minLength: 1 }),
})

export const bomForm = Type.Object({ ...project, autoCreate: Type.Optional(Type.Boolean()) })

export const bomToken = Type.Object({ token: Type.String() })

export const bomTokenParams = Type.Object({ uuid: Type.String({ minLength: 1, maxLength: 100 }) })

export const bomProcessing = Type.Object({ processing: Type.Boolean() })

export const about = Type.Object({
  version: Type.String(),
  timestamp: Type.String(),
  systemUuid: Type.String(),
  uuid: Type.String(),
  application: Type.String(),
  framework: Type.Object({
    name: Type.String(),
    version: Type.String(),
    timestamp: Type.String(),
    uuid: Type.String(),
  }),
})
