import { writeFileSync } from 'node:fs'
import { Counter, makeOrder } from '../../src/build/index.js'

/** The least program that makes one PDF with Doorstep: opens the workspace, takes one order, writes the file. */
const [folder = '', out = ''] = process.argv.slice(2)
const order = { notice: 'bench-en', language: 'en', service: 'whole', format: 'standard', issueDate: '2026-11-23' }
const { pdf } = await makeOrder(order, new Counter(folder), { proof: false, release: true })
if (!pdf) throw new Error('No leaflet was made')
writeFileSync(out, pdf)
