import {
  declineBody,
  editParams,
  editsYaml,
  followUpBody,
  kept,
  motivatorChoices,
  motivatorDetail,
  motivatorMatrix,
  motivatorParams,
  motivatorPitch,
  motivatorQuery,
  motivatorTalks,
  pitchQuery,
  saidBody,
  spanBody,
  takenBack,
} from '#api/motivators.ts'
import { somebody } from '#app/access/person-of.ts'
import { scopeFor } from '#app/access/scope-for.ts'
import { addSaid, changeMotivator, takeBack, type Editor } from '#app/change-motivators.ts'
import { exportEdits, motivatorForm } from '#app/motivator-form.ts'
import { matrixPage, type MatrixReader } from '#app/motivator-matrix.ts'
import { motivatorPage, pitchPage, talkPage } from '#app/motivator-talks.ts'
import { defineRoute, defineRoutes, type RequestContext } from '#server/route.ts'

async function readerOf({ store, scope, actor, clock, language, words }: RequestContext): Promise<MatrixReader> {
  const now = clock()
  const asking = somebody(actor)
  return { actor: asking, scope, editing: await scopeFor(store, asking, 'analyze', now), now, language, words }
}

const editorOf = ({ actor, scope }: RequestContext): Editor => ({ actor: somebody(actor), scope })

export const routes = defineRoutes([
  defineRoute({
    method: 'GET',
    path: '/api/v1/motivators',
    permission: 'read',
    summary: 'What moves people: kinds of value by levels, as bars',
    shape: { query: motivatorQuery, response: motivatorMatrix },
    handle: async ({ query }, context) => ({
      body: await matrixPage(context.store, query.area, await readerOf(context)),
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/motivators/bars/:motivator',
    permission: 'read',
    summary: 'One motivator in full, as far as consent allows',
    shape: { params: motivatorParams, query: motivatorQuery, response: motivatorDetail },
    handle: async ({ params, query }, context) => ({
      body: await motivatorPage(
        context.store,
        { motivator: params.motivator, area: query.area },
        await readerOf(context),
      ),
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/motivators/talks',
    permission: 'read',
    summary: 'What each audience of an area names most, contradictions, and whom to talk to next',
    shape: { query: motivatorQuery, response: motivatorTalks },
    handle: async ({ query }, context) => ({
      body: await talkPage(context.store, query.area, await readerOf(context)),
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/motivators/pitch',
    permission: 'read',
    summary: 'A pitch for an audience of an area, from what was heard there and its own figures',
    shape: { query: pitchQuery, response: motivatorPitch },
    handle: async ({ query }, context) => ({
      body: await pitchPage(context.store, { area: query.area, audience: query.audience }, await readerOf(context)),
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/motivators/choices',
    permission: 'analyze',
    summary: 'What one chooses from to add what somebody said',
    shape: { response: motivatorChoices },
    handle: async (_input, { store, scope, language, clock }) => ({
      body: await motivatorForm(store, scope, language, clock()),
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/motivators/edits',
    permission: 'analyze',
    summary: 'What was edited in the portal, as YAML for the files of the office',
    shape: { response: editsYaml },
    produces: 'application/yaml',
    handle: async (_input, { store, scope, clock }) => ({
      headers: { 'content-disposition': 'attachment; filename="motivators-edited.yaml"' },
      body: await exportEdits(store, scope, clock()),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/motivators',
    permission: 'analyze',
    summary: 'Add what somebody said, with the conversation in which it was said',
    shape: { body: saidBody, response: kept },
    handle: async ({ body }, context) => {
      const { talk, followUp } = body
      const said = {
        ...body,
        followUp: followUp == null ? null : { ...followUp, isDone: false },
        talk: talk === null ? null : { ...talk, with: { person: null, role: talk.role } },
      }
      return { status: 201, body: await addSaid(context.store, editorOf(context), said, context.clock()) }
    },
  }),
  defineRoute({
    method: 'PUT',
    path: '/api/v1/motivators/bars/:motivator/span',
    permission: 'analyze',
    summary: 'Move or stretch a bar over levels',
    shape: { params: motivatorParams, body: spanBody, response: kept },
    handle: async ({ params, body }, context) => ({
      body: await changeMotivator(
        context.store,
        editorOf(context),
        { kind: 'span', motivator: params.motivator, ...body },
        context.clock(),
      ),
    }),
  }),
  defineRoute({
    method: 'PUT',
    path: '/api/v1/motivators/bars/:motivator/declined',
    permission: 'analyze',
    summary: 'Say why a motivator is not wanted, or that it is wanted again',
    shape: { params: motivatorParams, body: declineBody, response: kept },
    handle: async ({ params, body }, context) => ({
      body: await changeMotivator(
        context.store,
        editorOf(context),
        { kind: 'declined', motivator: params.motivator, reason: body.reason },
        context.clock(),
      ),
    }),
  }),
  defineRoute({
    method: 'PUT',
    path: '/api/v1/motivators/bars/:motivator/follow-up',
    permission: 'analyze',
    summary: 'Note what was agreed about a motivator, who follows it up and until when, or that it is done',
    shape: { params: motivatorParams, body: followUpBody, response: kept },
    handle: async ({ params, body }, context) => ({
      body: await changeMotivator(
        context.store,
        editorOf(context),
        { kind: 'follow-up', motivator: params.motivator, followUp: body.followUp },
        context.clock(),
      ),
    }),
  }),
  defineRoute({
    method: 'DELETE',
    path: '/api/v1/motivators/edits/:edit',
    permission: 'analyze',
    summary: 'Take one edit back',
    shape: { params: editParams, response: takenBack },
    handle: async ({ params }, context) => {
      await takeBack(context.store, editorOf(context), params.edit, context.clock())
      return { body: { takenBack: true } }
    },
  }),
])
