import * as z from "zod"
import { isWeak } from "../../base/digests.ts"
import { checkRecord, type Reading, readJsonFile } from "../case/record.ts"
import { RECEIVED_WAYS, TRANSLATIONS, USE_LIMITS } from "./received.ts"

/** `received.json` of a layer: what came, from whom, who took it in. Times are RFC 3339. */

const words = z.string()
const count = z.int().min(0)
const digest = z.string().regex(/^[0-9a-f]{64}$/)
const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/)

/** What the reader of export files found in a table. */
const table = z.strictObject({
    /** Member of a ZIP, where the file is one. */
    member: words.exactOptional(),
    exchange: words,
    report: words.exactOptional(),
    rows: z.strictObject({ used: count, notRelevant: count, problem: count }),
    first: words.exactOptional(),
    last: words.exactOptional(),
    accounts: z.array(words),
})
export type ReceivedTable = z.output<typeof table>

/** A hash that the provider wrote. */
const stated = z.strictObject({
    algorithm: z.enum(["MD5", "SHA-1", "SHA-256", "SHA-512"]),
    value: words,
    agrees: z.boolean(),
})

const receivedFile = z.strictObject({
    label: z.string().regex(/^R\d{2,6}$/),
    /** Name as received, any characters. */
    name: words,
    /** Where the file lies in the layer; absent where it is kept apart, or its content lies elsewhere already. */
    path: z.string().exactOptional(),
    /** Where the same content lies: another file of the answer by its label, or a file of the archive by its path. */
    sameAs: words.exactOptional(),
    /** True where the file was too large for the packet and is kept on another carrier. */
    apart: z.literal(true).exactOptional(),
    sizeBytes: count,
    sha256: digest,
    mediaType: words,
    /** A file that asks for a password: ZIP, 7-Zip, RAR, a document of an office program. */
    locked: z.literal(true).exactOptional(),
    stated: stated.exactOptional(),
    /** Where the provider wrote several of one file: those after the first. */
    furtherStated: z.array(stated).exactOptional(),
    tables: z.array(table).exactOptional(),
})
export type ReceivedFile = z.output<typeof receivedFile>

/** All hashes that the provider wrote of a file. */
export const statedOf = ({ stated, furtherStated = [] }: ReceivedFile) => [
    ...(stated === undefined ? [] : [stated]),
    ...furtherStated,
]

/** Whether the provider wrote hashes of a file, and none of which two files cannot be made on purpose. */
export const onlyWeak = (file: ReceivedFile): boolean =>
    statedOf(file).length > 0 && statedOf(file).every(({ algorithm }) => isWeak(algorithm))

export const receivedRecord = z.strictObject({
    format: z.literal("1.0"),
    ref: words,
    /** The request that is answered, as the archive has it. */
    request: z.strictObject({
        no: z.int().positive(),
        type: words,
        layer: z.int().min(2),
        checkCode: words,
        recipient: words,
    }),
    receivedAt: instant,
    extractedAt: instant,
    from: words,
    place: words,
    officers: z.tuple([words, words]),
    limits: z.strictObject({ stated: z.enum(USE_LIMITS), text: words.exactOptional() }),
    way: z.enum(RECEIVED_WAYS).exactOptional(),
    provider: words.exactOptional(),
    ticket: words.exactOptional(),
    mailbox: words.exactOptional(),
    device: words.exactOptional(),
    witness: words.exactOptional(),
    recorded: z.enum(["yes", "no"]).exactOptional(),
    statement: z.enum(["yes", "no"]).exactOptional(),
    certificate: z.enum(["yes", "no"]).exactOptional(),
    translation: z.enum(TRANSLATIONS).exactOptional(),
    outstanding: words.exactOptional(),
    original: words.exactOptional(),
    files: z.array(receivedFile),
})
export type ReceivedRecord = z.output<typeof receivedRecord>

/** Reads the record of a layer. Every fault is named with its path. */
export function readReceivedRecord(file: string, bytes: Uint8Array): Reading<ReceivedRecord> {
    return checkRecord(file, readJsonFile(file, bytes, "printed"), receivedRecord)
}
