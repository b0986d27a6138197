import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder for programs that several test files run: each is compiled once. */
    readonly programs: string
  }
}

export default function openProgramFolder({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-programs-'))
  provide('programs', folder)
  return () => {
    rmSync(folder, { recursive: true })
  }
}
