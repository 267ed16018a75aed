/** Words about sizes of packages, in English. */

const count = (n: number): string => n.toLocaleString('en-US')

export const sizes = {
  confirm: 'State the size of a package yourself; it counts before every other',
  calibrate: 'Measure how lines follow from published sizes in an ecosystem',
  options: {
    lines: 'lines of code that people wrote',
    raw: 'lines of code as shipped (default: as many)',
    by: 'who says so: an id of people in organization.yaml',
    note: 'how they know',
    folder: 'count archives in this folder instead of what is kept',
    save: 'keep the calibration and estimate with it from now on',
  },
  confirmed: (purl: string, lines: number, raw: number) =>
    `${purl}: ${count(lines)} lines, ${count(raw)} as shipped, as stated`,
  nothingChanged: 'No figure changes: the package is not valued by its lines.',
  moreChanged: (n: number) => `… and ${count(n)} more figures (see them with --json)`,
  next: 'Kept. The next assessment shows it: headwater assess PATH',
  head: {
    figure: 'Figure',
    before: 'Before',
    after: 'After',
    target: 'Lines',
    medianError: 'Median error',
    withinTwo: 'Within 2×',
    checkedError: 'Cross-validated error',
    checkedWithinTwo: 'Cross-validated within 2×',
  },
  targets: { deduplicated: 'as written', raw: 'as shipped' },
  sizedBy: { archive: 'the archive', 'unpacked files': 'the unpacked files' },
  calibrated: (type: string, samples: number, of: string) =>
    `${type}: lines = exp(a) · bytes^b over ${count(samples)} packages, by the size of ${of}`,
  saved: 'Kept: sizes of this ecosystem are estimated from now on where they were not counted, with this error.',
  notSaved: 'Not kept. Keep it with --save.',
  refused: {
    'too-few': (type: string, n: number) =>
      `${type}: ${count(n)} packages with counted lines and a published size are too few; 30 are needed. Count some with: headwater assess PATH --measure`,
    'no-spread': (type: string, n: number) =>
      `${type}: the ${count(n)} packages are all of the same size; nothing follows from it.`,
  },
}
