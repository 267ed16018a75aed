/**
 * What other tools may read: views with names and columns that stay, described in `docs/views.md`. Tables may change; a
 * change of a view takes a new name beside the old one.
 */
export const statements: readonly string[] = [
  `create view view_parts as
    select id as part_id, purl, kind, name, version from part`,

  `create view view_products as
    select product.product as product_id, product.name, product.origin, product.unit as unit_id, unit.name as unit_name,
      product.criticality, product.audience, product.supplier as supplier_id,
      organization_revision.valid_from, organization_revision.recorded_at
    from organization_revision
    join organization_product as product on product.revision = organization_revision.id
    left join organization_unit as unit on unit.revision = organization_revision.id and unit.unit = product.unit
    where organization_revision.id = (
      select id from organization_revision as other order by valid_from desc, recorded_at desc, id desc limit 1
    )`,

  `create view view_occurrences as
    select revision.product as product_id, revision.label as revision, revision.valid_from, revision.valid_to,
      document.path, document.reader, evidence.id as evidence_sha256, occurrence.part as part_id, occurrence.at,
      case occurrence.scope when 0 then 'runtime' when 1 then 'optional' when 2 then 'development' else 'unknown' end
        as scope,
      case occurrence.directness when 0 then 'direct' when 1 then 'transitive' else 'unknown' end as directness
    from (
      select id, product, label, valid_from, valid_to,
        row_number() over (partition by product_key order by valid_from desc, recorded_at desc, id desc) as newest
      from revision
    ) as revision
    join document on document.revision = revision.id
    join evidence on evidence.key = document.evidence
    join occurrence on occurrence.document = document.id
    where revision.newest = 1`,

  `create view view_findings as
    select assessment.id as assessment_id, assessment.as_of, finding.part as part_id, part.purl, part.name, part.version,
      finding.advisory, finding.aliases, finding.severity, finding.score, finding.fixed, finding.products
    from assessment
    join assessed_finding as finding on finding.assessment = assessment.sequence
    join part on part.id = finding.part
    where assessment.sequence = (
      select sequence from assessment as other order by recorded_at desc, sequence desc limit 1
    )`,

  `create view view_figures as
    select assessment.id as assessment_id, assessment.as_of, assessment.recorded_at, figure.id as figure_id, figure.figure
    from assessment join figure on figure.assessment = assessment.sequence`,

  `create view view_evidence as
    select evidence.id as sha256, evidence.kind, evidence.name, evidence.size_bytes, evidence.retrieved_at,
      evidence.recorded_at, tombstone.tombstoned_at as deleted_at, tombstone.reason as deleted_because
    from evidence
    left join evidence_tombstone as tombstone on tombstone.evidence = evidence.key and tombstone.lifted_at is null`,
]
