import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PicturePackages } from '../notice/index.js'
import type { SeenFiles } from './seen.js'

interface IconSet {
  readonly icons: Readonly<Record<string, { readonly body: string }>>
}

/** Health Icons and OpenMoji from their npm packages, read when first asked for. */
export function picturePackages(seen: SeenFiles): PicturePackages {
  const require = createRequire(import.meta.url)
  // Three megabytes, of which a handful is asked for, and soon.
  let kept: WeakRef<IconSet['icons']> | undefined
  return {
    healthicon(name) {
      const icons = kept?.deref() ?? (JSON.parse(seen.text(require.resolve('@iconify-json/healthicons/icons.json')) ?? '') as IconSet).icons // prettier-ignore
      kept = new WeakRef(icons)
      return Object.hasOwn(icons, name) ? icons[name]!.body : undefined
    },
    openmoji(code) {
      if (!/^[0-9A-F]+(-[0-9A-F]+)*$/.test(code)) return undefined
      return seen.text(join(dirname(require.resolve('openmoji/package.json')), 'black', 'svg', `${code}.svg`))
    },
  }
}
