import { decisionBody, decisionKept, decisionParams, decisionWithdrawn } from '#api/engagement.ts'
import { somebody } from '#app/access/person-of.ts'
import { subjectInSight } from '#app/engagement-page.ts'
import { recordDecision, withdrawDecision } from '#app/portal-decisions.ts'
import { defineRoute, defineRoutes } from '#server/route.ts'

export const routes = defineRoutes([
  defineRoute({
    method: 'POST',
    path: '/api/v1/decisions',
    permission: 'decide',
    summary: 'Record a decision on a part; it answers at once, and replaces the one before',
    shape: { body: decisionBody, response: decisionKept },
    handle: async ({ body }, { store, scope, actor, clock }) => {
      const subject = await subjectInSight(store, scope, body.subject)
      const asked = { ...body, subject }
      const { id, replaces } = await recordDecision(store, { actor: somebody(actor), scope }, asked, clock())
      return { status: 201, body: { decision: id, replaces } }
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: '/api/v1/decisions/:decision',
    permission: 'decide',
    summary: 'Withdraw a decision that was recorded here; it stays in the history, and what it replaced holds again',
    shape: { params: decisionParams, response: decisionWithdrawn },
    handle: async ({ params }, { store, scope, actor, clock }) => {
      await withdrawDecision(store, { actor: somebody(actor), scope }, params.decision, clock())
      return { body: { decision: params.decision } }
    },
  }),
])
