#!/usr/bin/env node
import { runDoorstep } from './program.js'

process.exitCode = await runDoorstep(process.argv.slice(2))
