import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { outputFolder, verify } from '../build/index.js'
import { Out } from './desk-out.js'
import type { CommonFlags, ExitCode } from './program.js'

export interface VerifyFlags extends CommonFlags {
  readonly out?: string
  readonly jobs?: number
}

/** `doorstep verify`: do all leaflets of the ledger come out the same, byte for byte? */
export async function verifyCommand(flags: VerifyFlags): Promise<ExitCode> {
  const out = new Out(flags.json ?? false)
  const folder = resolve(flags.workspace)
  const { same, all, findings } = await verify({
    folder,
    out: outputFolder(folder, flags.out),
    jobs: flags.jobs ?? availableParallelism(),
    progress: (done, of, id) => {
      out.progress(done, of, id)
    },
  })
  const code = out.end(findings, { same, all })
  if (all > 0) out.say(`${same} of ${all} leaflets come out the same, byte for byte`)
  return code
}
