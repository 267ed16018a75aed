/**
 * A product that is added is a small revision on top of a whole one; see `organization.ts`. Of several revisions for one day
 * the last to be written counts, whatever the clocks of their writers said.
 */
export const statements: readonly string[] = [
  `alter table organization_revision add column base {integer} references organization_revision (id)`,
  `create index organization_revision_of_day on organization_revision (valid_from, id)`,
  `create index organization_revision_on_base on organization_revision (base, id)`,
  `drop index revision_of_product`,
  `create index revision_of_product on revision (product_key, valid_from, id)`,

  // As in `0041-views.ts`.
  `drop view view_products`,
  `create view view_products as
    select product.product as product_id, product.name, product.origin, product.unit as unit_id, unit.name as unit_name,
      product.criticality, product.audience, product.supplier as supplier_id, newest.valid_from, newest.recorded_at
    from (
      select id, coalesce(base, id) as base, valid_from, recorded_at
      from organization_revision order by valid_from desc, id desc limit 1
    ) as newest
    join organization_revision as revision
      on revision.id = newest.base or (revision.base = newest.base and revision.id <= newest.id)
    join organization_product as product on product.revision = revision.id
    left join organization_unit as unit on unit.revision = newest.base and unit.unit = product.unit`,
  `drop view view_occurrences`,
  `create view view_occurrences as
    select revision.product as product_id, revision.label as revision, revision.valid_from, revision.valid_to,
      document.path, document.reader, evidence.id as evidence_sha256, occurrence.part as part_id, occurrence.at,
      case occurrence.scope when 0 then 'runtime' when 1 then 'optional' when 2 then 'development' else 'unknown' end
        as scope,
      case occurrence.directness when 0 then 'direct' when 1 then 'transitive' else 'unknown' end as directness
    from (
      select id, product, label, valid_from, valid_to,
        row_number() over (partition by product_key order by valid_from desc, id desc) as newest
      from revision
    ) as revision
    join document on document.revision = revision.id
    join evidence on evidence.key = document.evidence
    join occurrence on occurrence.document = document.id
    where revision.newest = 1`,
]
