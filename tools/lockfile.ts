/** Which packages of other platforms a lockfile names without listing them, and what their entries must say. */

export interface LockedPackage {
  readonly version?: string
  readonly dev?: boolean
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly engines?: Readonly<Record<string, string>>
}

export interface Lockfile {
  readonly packages: Readonly<Record<string, LockedPackage>>
}

const systems = ['android', 'darwin', 'linux', 'win32', 'freebsd', 'openharmony']
const processors = ['arm64', 'x64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x']

/** The platform is in the name: `@biomejs/cli-win32-arm64`, `@oxc-parser/binding-linux-riscv64-musl`. */
function entryFor(name: string, version: string, by: LockedPackage): LockedPackage & Record<string, unknown> {
  const words = name.split('/').at(-1)?.split('-') ?? []
  const libc = words.some((word) => word.startsWith('musl'))
    ? 'musl'
    : words.some((word) => word.startsWith('gnu'))
      ? 'glibc'
      : ''
  return {
    version,
    cpu: processors.filter((one) => words.includes(one)),
    ...(by.dev && { dev: true }),
    ...(libc && { libc: [libc] }),
    optional: true,
    os: systems.filter((one) => words.includes(one)),
    ...(by.engines && { engines: by.engines }),
  }
}

/** By place in node_modules. */
export function missingPackages({ packages }: Lockfile): Readonly<Record<string, LockedPackage>> {
  const missing: Record<string, LockedPackage> = {}
  for (const [place, one] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(one.optionalDependencies ?? {})) {
      const shared = `node_modules/${name}`
      if (place !== '' && !(shared in packages) && !(`${place}/node_modules/${name}` in packages)) {
        missing[shared] = entryFor(name, version, one)
      }
    }
  }
  return missing
}
