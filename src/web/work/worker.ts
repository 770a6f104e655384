import "../polyfills.ts"
import type { FontFile, Host } from "../../base/host.ts"
import { issue, PacketError } from "../../base/issue.ts"
import { readSoFar } from "../blob.ts"
import type { FolderFile } from "../given.ts"
import { unreadable } from "../held.ts"
import { AT_ONCE, type FromWorker, type ToWorker, type Work } from "../protocol.ts"
import { answerWork } from "./answer.ts"
import { caseWork } from "./case.ts"
import type { Context, Handlers } from "./context.ts"
import { deskWork } from "./desk.ts"
import { desksWork } from "./desks.ts"
import { fileNow } from "./file-now.ts"
import { type Binaries, type Resources, webHost } from "./host.ts"
import { journalWork } from "./journal.ts"
import { judgeWork } from "./judge.ts"
import { keyWork } from "./keys.ts"
import { ledgerWork } from "./ledger.ts"
import { outreachWork } from "./outreach.ts"
import { zipWork } from "./zip.ts"

/** The worker: takes the product's files from the page, then one call after the other. */

/** What a worker's global object has; the page's own types know only windows. */
interface WorkerScope {
    postMessage(message: FromWorker): void
    onmessage: ((event: MessageEvent<ToWorker>) => void) | null
}
const scope = self as unknown as WorkerScope

const handlers: Handlers<Work> = {
    ...answerWork,
    ...caseWork,
    ...deskWork,
    ...desksWork,
    ...journalWork,
    ...judgeWork,
    ...keyWork,
    ...ledgerWork,
    ...outreachWork,
    ...zipWork,
}
const binaries = new Map<string, FontFile>()
const NONE: Binaries = {
    get(name) {
        throw new Error(`work that does not wait for fonts asked for ${name}`)
    },
}
/** Pieces of files that are not whole yet. */
const pieces = new Map<string, Blob[]>()
let resources: Resources | undefined
let desks: ReadonlyMap<string, string> = new Map()
/** Made once: what was read of the fonts stays with it. */
let host: Host | undefined
/** For work that does not wait for fonts and decoders: it has none at any time. */
let hostOfTexts: Host | undefined
/** Texts that are being read. */
let texts: Promise<void> = Promise.resolve()
/** What was asked, in order: two builds at once would need the memory of both. */
let calls: Promise<void> = Promise.resolve()

scope.onmessage = ({ data: message }) => {
    switch (message.kind) {
        case "resources":
            texts = texts.then(() => takeResources(message.resources, message.desks))
            return
        case "file":
            takeFile(message.name, message.data)
            return
        case "files-end":
            joinPieces()
            scope.postMessage({ kind: "ready" })
            return
        case "call":
            calls = calls.then(() => run(message.id, message.name, message.args))
    }
}

async function takeResources(given: Resources, files: readonly FolderFile[]): Promise<void> {
    resources = given
    const read = await Promise.all(files.map(async ({ path, blob }) => [path, await blob.text()] as const))
    host = undefined
    hostOfTexts = undefined
    desks = new Map(read.map(([path, text]) => [path.replace(/^.*\//, "").replace(/\.yaml$/, ""), text]))
}

function takeFile(name: string, data: Uint8Array | Blob): void {
    if (data instanceof Blob) {
        binaries.set(name, fileNow(data))
        host = undefined
    } else pieces.set(name, [...(pieces.get(name) ?? []), new Blob([decodeBase64(data)])])
}

function joinPieces(): void {
    for (const [name, parts] of pieces) {
        const blob = new Blob(parts)
        takeFile(name, blob)
        scope.postMessage({ kind: "file", name, blob })
    }
    pieces.clear()
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
const VALUES = new Uint8Array(128)
for (let i = 0; i < DIGITS.length; i++) VALUES[DIGITS.charCodeAt(i)] = i

/** Bytes of a text in base64 (RFC 4648 §4) that the page itself brought: nothing is checked. */
function decodeBase64(text: Uint8Array): Uint8Array<ArrayBuffer> {
    const value = (at: number): number => VALUES[text[at] ?? 0] ?? 0
    const padding = text.at(-2) === 0x3d ? 2 : text.at(-1) === 0x3d ? 1 : 0
    const out = new Uint8Array((text.length / 4) * 3 - padding)
    for (let from = 0, at = 0; from < text.length; from += 4, at += 3) {
        const bits = (value(from) << 18) | (value(from + 1) << 12) | (value(from + 2) << 6) | value(from + 3)
        out[at] = bits >> 16
        out[at + 1] = bits >> 8
        out[at + 2] = bits
    }
    return out
}

/** How often the page is told how far something is. */
const TELL_MS = 500

async function run<Name extends keyof Work>(id: number, name: Name, args: readonly unknown[]): Promise<void> {
    const before = readSoFar()
    const telling = setInterval(() => scope.postMessage({ kind: "read", id, bytes: readSoFar() - before }), TELL_MS)
    try {
        // Desks that were given meanwhile are there before what is asked next.
        await texts
        if (resources === undefined) throw new Error("called before it was ready")
        host ??= webHost(resources, binaries, desks)
        hostOfTexts ??= webHost(resources, NONE, desks)
        const context: Context = {
            host: AT_ONCE.has(name) ? hostOfTexts : host,
            phase: (phase) => scope.postMessage({ kind: "phase", id, phase }),
        }
        // The page calls through `Client`, whose type is that of the handlers.
        const handler = handlers[name] as (context: Context, ...args: readonly unknown[]) => Promise<unknown>
        scope.postMessage({ kind: "done", id, value: await handler(context, ...args) })
    } catch (error) {
        scope.postMessage(await failure(id, error, args))
    } finally {
        clearInterval(telling)
    }
}

async function failure(id: number, error: unknown, args: readonly unknown[]): Promise<FromWorker> {
    if (error instanceof PacketError) return { kind: "refused", id, issues: error.issues }
    const gone = UNREADABLE.has(error instanceof DOMException ? error.name : "") ? await unreadable(args) : []
    if (gone.length > 0)
        return { kind: "refused", id, issues: gone.map((path) => issue("shell.machine.gone", [], { path })) }
    return { kind: "failed", id, message: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }
}

/** What a browser says of a file that it gave and that is no longer there as it was. */
const UNREADABLE: ReadonlySet<string> = new Set(["NotFoundError", "NotReadableError"])
