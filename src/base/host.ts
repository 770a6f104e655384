import type { Crc32, NewHasher } from "./digest.ts"

/** Synchronous random access to a font file: only the tables and glyphs in use are read, never the whole. */
export interface FontFile {
    readonly size: number
    read(offset: number, length: number): Uint8Array
}

/** Thrown by a host that does not hold a face: nothing is damaged, the user has to give the file. */
export class FontAbsent extends Error {
    override readonly name = "FontAbsent"
}

/** Signs the manifest; see `signature/`. */
export interface Signer {
    /** `SHA256:` and unpadded base64, as `ssh-keygen -l` prints. */
    readonly fingerprint: string
    /** Armoured SSHSIG over the message, LF line ends, newline at the end. */
    sign(message: Uint8Array): Promise<string>
}

/** Decoders whose code is no script: libwebp, libavif, libheif. */
export type DecoderName = "webp" | "avif" | "heic"

/** Unpacks a zlib stream of at most `size` bytes; `undefined` where it is none, or larger. */
export type Inflate = (bytes: Uint8Array, size: number) => Promise<Uint8Array | undefined>

/** Everything outside that the core needs. Implemented in `node/`, later in `web/`, and as a literal in tests. */
export interface Host {
    /** Source of a template, for example `zh-CN/case-statement.hbs`. */
    template(name: string): string
    /** Where the user keeps a template of their own in place of the product's; for messages. */
    templatePath?(name: string): string | undefined
    /** A data file of the product as text, for example `recipients/binance-cn.yaml`. */
    asset(name: string): string
    /**
     * What the reader of a data file made of this very text when the program was put together; undefined where it was
     * another text. See `base/made.ts`.
     */
    readonly made?: (name: string, text: string) => unknown
    /** Where the user keeps a data file of their own in place of the product's; for messages. */
    assetPath?(name: string): string | undefined
    /** WebAssembly code of a decoder of pictures; see `typeset/raster/foreign/`. */
    decoder(name: DecoderName): Uint8Array
    /** A font file by its name in `fonts/`, for example `NotoSansSC-Regular.ttf`. Throws {@link FontAbsent} where it is not at hand. */
    font(name: string): FontFile
    /** A font of the user's, in which letters and reports are set before the product's own. */
    readonly userFont?: { readonly name: string; readonly file: FontFile }
    /** Ids of the recipient profiles that are there, sorted. */
    readonly recipients: readonly string[]
    /** Name and version of the program, for example `lerpack 0.1.0`. */
    readonly tool: string
    /** A fast SHA-256 where the platform has one. */
    readonly sha256: NewHasher
    /** A faster CRC-32 where the platform has one. */
    readonly crc32?: Crc32
    /** A fast inflate where the platform has one. */
    readonly inflate?: Inflate
    /** Gives back memory that nothing holds any more, where the platform can be asked for that. */
    readonly collect?: () => void
}

/** How a host hashes, as options of who reads much. */
export function hashingOf({ sha256, crc32 }: Host): { readonly newHasher: NewHasher; readonly crc32?: Crc32 } {
    return { newHasher: sha256, ...(crc32 === undefined ? {} : { crc32 }) }
}
