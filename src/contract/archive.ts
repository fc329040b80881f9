/** A file in an archive of result files. */
export interface ArchiveMember {
  /** With slashes, as the archive has it. */
  readonly name: string
  /** Unpacked. */
  readonly sizeBytes: number
}

/** An archive and what is meant of it. */
export interface MemberAddress {
  readonly archive: string
  readonly member: string
}

const kArchive = /\.zip$/i
const kMember = /^(.+?\.zip)[/\\](.+)$/i

export function isArchive(path: string): boolean {
  return kArchive.test(path)
}

/** What `archive.zip/folder/case.outb` means, unless `archive.zip` is a folder. */
export function memberAddress(path: string): MemberAddress | undefined {
  const [, archive, member] = kMember.exec(path) ?? []
  return archive && member ? { archive, member: member.replaceAll('\\', '/') } : undefined
}
