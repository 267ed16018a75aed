/** An assessment whose figures are still being written is not there yet for anybody who reads; see `tables.ts`. */
export const statements: readonly string[] = [
  `alter table assessment add column is_kept {small} not null default 1`,

  // As in `0041-views.ts`, of assessments that are all there.
  `drop view view_findings`,
  `create view view_findings as
    select assessment.id as assessment_id, assessment.as_of, finding.part as part_id, part.purl, part.name, part.version,
      finding.advisory, finding.aliases, finding.severity, finding.score, finding.fixed, finding.products
    from assessment
    join assessed_finding as finding on finding.assessment = assessment.sequence
    join part on part.id = finding.part
    where assessment.sequence = (
      select sequence from assessment as other where is_kept = 1 order by recorded_at desc, sequence desc limit 1
    )`,
  `drop view view_figures`,
  `create view view_figures as
    select assessment.id as assessment_id, assessment.as_of, assessment.recorded_at, figure.id as figure_id, figure.figure
    from assessment join figure on figure.assessment = assessment.sequence
    where assessment.is_kept = 1`,
]
