import { printFinding, type Finding } from '../../src/report/index.js'
import type { Case } from './cases.js'

const HEAD = `# Findings

Generated from the catalogue of findings (src/report/catalogue.ts) and one example of each (test/findings/cases.ts).
To make it anew: \`npx vitest run test/findings -u\`.

Everything that Doorstep has to say about a notice, a template, a translation or a leaflet is one of these. Codes never
change their meaning. An **error** holds the leaflets that it concerns: they are not written, and their last good
edition stays. A **warning** and a **note** hold nothing.
`

/** docs/findings.md: every code with its severity, its words, how it comes about, what to do, and an example. */
export function findingsPage(
  examples: ReadonlyMap<string, { readonly example: Case; readonly finding: Finding }>,
): string {
  const severities = ['error', 'warning', 'note'] as const
  const sections = [...examples].map(([code, { example, finding }]) => section(code, example, finding))
  const lists = severities.map((severity) => {
    const codes = [...examples].flatMap(([code, { finding }]) =>
      finding.severity === severity ? [`[${code}](#${code})`] : [],
    )
    return `${severity[0]!.toUpperCase()}${severity.slice(1)}: ${codes.join(', ')}.\n`
  })
  return [HEAD, ...lists, ...sections].join('\n')
}

function section(code: string, { cause }: Case, finding: Finding): string {
  return [
    `## ${code}`,
    '',
    `*${finding.severity}*: ${finding.title}.`,
    '',
    `- Cause: ${cause}`,
    ...(finding.printed === undefined ? [] : [`- Would have been printed: ${finding.printed}.`]),
    `- Fix: ${finding.fix}.`,
    '',
    '```text',
    printFinding(finding),
    '```',
    '',
  ].join('\n')
}
