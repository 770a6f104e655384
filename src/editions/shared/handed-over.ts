/** The packet as papers beside it describe it: what was handed over, by size, hash and code. */
export interface HandedOver {
    readonly fileName: string
    readonly sizeBytes: number
    readonly fileCount: number
    readonly sha256: string
    readonly checkCode: string
}
