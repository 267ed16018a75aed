import { describe, expect, it } from 'vitest'
import type { Product } from '#domain/organization.ts'
import { assignProducts } from './assign-products.ts'

const declared: Product = {
  id: 'portal',
  name: 'Portal',
  origin: 'made',
  unit: null,
  criticality: 'high',
  audience: 'public',
  supplier: null,
  paths: ['apps/portal/'],
  owner: null,
}

describe('which product a file belongs to', () => {
  it('follows the declaration, by the longest path', () => {
    const admin = { ...declared, id: 'admin', paths: ['apps/portal/admin'] }
    const { productOfPath } = assignProducts(
      [declared, admin],
      ['apps/portal/go.sum', 'apps/portal/admin/go.sum'],
      [],
      'x',
    )
    expect(productOfPath).toEqual(['portal', 'admin'])
  })

  it('does not take a folder for another whose name begins alike', () => {
    const { productOfPath } = assignProducts([declared], ['apps/portal-old/go.sum'], [], 'x')
    expect(productOfPath).toEqual(['apps'])
  })

  it('makes a product of each folder with a repository of its own', () => {
    const { products, undeclared } = assignProducts([], ['team/a/go.sum', 'team/b/x/go.sum'], ['team/a', 'team/b'], 'x')
    expect(products.map(({ id, name }) => [id, name])).toEqual([
      ['team-a', 'team/a'],
      ['team-b', 'team/b'],
    ])
    expect(undeclared).toEqual(['team-a', 'team-b'])
  })

  it('takes the folders directly below for repositories when there is no version control', () => {
    const { productOfPath } = assignProducts([], ['a/go.sum', 'a/sub/package-lock.json', 'b/go.sum'], [], 'x')
    expect(productOfPath).toEqual(['a', 'a', 'b'])
  })

  it('is one product when files lie at the top', () => {
    const { products } = assignProducts([], ['go.sum', 'tools/go.sum'], [], 'My Service')
    expect(products.map(({ id, name }) => [id, name])).toEqual([['my-service', 'My Service']])
  })

  it('keeps ids apart that would be written alike', () => {
    const { products } = assignProducts([], ['a b/go.sum', 'a-b/go.sum'], [], 'x')
    expect(products.map(({ id }) => id)).toEqual(['a-b', 'a-b-2'])
  })
})
