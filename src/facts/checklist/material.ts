import type { PhotoRole } from "../officer/photo-role.ts"

/** Who has to supply something: the officer, the person who reported, or the officer's superiors. */
export type Supplier = "officer" | "reporter" | "superior"

/** What lies on the table besides the officer data. */
export interface Material {
    readonly photos: ReadonlySet<PhotoRole>
    readonly sealedLetter: boolean
    /**
     * False while nobody has held the scan of the sealed letter against what the first step made, or where the two do not
     * agree. The second step compares before it makes anything, so there it need not be said.
     */
    readonly sealedAgrees?: boolean
    readonly legalScans: number
    /** Pages or files of the account holder's signed consent; none unless given. */
    readonly consentScans?: number
    /** False where the account that is asked about is not the victim's: nobody on this side can consent for its holder. */
    readonly consentHelps?: boolean
    readonly caseMaterials: boolean
    /** Names of the files, as far as they are known. */
    readonly files?: MaterialFiles
}

/** Names of the files that hold something, for the column that says where it is. */
export interface MaterialFiles {
    readonly officer?: string
    readonly photos?: ReadonlyMap<PhotoRole, string>
    readonly sealed?: readonly string[]
    readonly legal?: readonly string[]
    readonly materials?: readonly string[]
}
