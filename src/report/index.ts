/**
 * Room: report. Findings as data: code, facts, place, fix; and their printed forms.
 * In: facts from every room. Out: findings, text for terminals, JSON.
 * Not here: writing to a terminal (cli does), deciding what is wrong (each room does).
 */
export * from './place.js'
export * from './finding.js'
export { catalogue, type FindingCode } from './catalogue.js'
export { languageName } from './language-name.js'
export * from './print.js'
export * from './distance.js'
export * from './literally.js'
export * from './some-of.js'
export * from './unreachable.js'
