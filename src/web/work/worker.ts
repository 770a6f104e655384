import "../polyfills.ts"
import type { Host } from "../../base/host.ts"
import { PacketError } from "../../base/issue.ts"
import { readSoFar } from "../blob.ts"
import type { FolderFile } from "../given.ts"
import type { FromWorker, Resources, ToWorker, Work } from "../protocol.ts"
import { caseWork } from "./case.ts"
import type { Context, Handlers } from "./context.ts"
import { deskWork } from "./desk.ts"
import { bytesOf } from "./folder.ts"
import { webHost } from "./host.ts"
import { judgeWork } from "./judge.ts"
import { keyWork } from "./keys.ts"
import { ledgerWork } from "./ledger.ts"
import { zipWork } from "./zip.ts"

/** The worker: takes the product's files from the page, then one call after the other. */

/** What a worker's global object has; the page's own types know only windows. */
interface WorkerScope {
    postMessage(message: FromWorker): void
    onmessage: ((event: MessageEvent<ToWorker>) => void) | null
}
const scope = self as unknown as WorkerScope

const handlers: Handlers<Work> = { ...caseWork, ...deskWork, ...judgeWork, ...keyWork, ...ledgerWork, ...zipWork }
const binaries = new Map<string, Uint8Array>()
let resources: Resources | undefined
let desks: ReadonlyMap<string, string> = new Map()
/** Made once: what was read of the fonts stays with it. */
let host: Host | undefined
let allFiles: () => void = () => undefined
const filesRead = new Promise<void>((resolve) => {
    allFiles = resolve
})
/** The product's files, in order. */
let files: Promise<void> = Promise.resolve()
/**
 * What was asked, in order: two builds at once would need the memory of both. A line of its own, since a call waits for
 * files that may come after it.
 */
let calls: Promise<void> = Promise.resolve()

scope.onmessage = ({ data: message }) => {
    switch (message.kind) {
        case "resources":
            files = files.then(() => takeResources(message.resources, message.desks))
            return
        case "file":
            files = files.then(() => takeFile(message.name, message.data))
            return
        case "files-end":
            files = files.then(() => {
                allFiles()
                scope.postMessage({ kind: "ready" })
            })
            return
        case "call":
            calls = calls.then(() => run(message.id, message.name, message.args))
    }
}

async function takeResources(given: Resources, files: readonly FolderFile[]): Promise<void> {
    resources = given
    const texts = await Promise.all(files.map(async ({ path, blob }) => [path, await blob.text()] as const))
    host = undefined
    desks = new Map(texts.map(([path, text]) => [path.replace(/^.*\//, "").replace(/\.yaml$/, ""), text]))
}

async function takeFile(name: string, data: string | Blob): Promise<void> {
    const bytes = typeof data === "string" ? decodeBase64(data) : await bytesOf(data)
    binaries.set(name, bytes)
    host = undefined
    if (typeof data === "string") scope.postMessage({ kind: "file", name, blob: new Blob([bytes.slice()]) })
}

/** A loop is eight times faster than `Uint8Array.from`, and text of many megabytes is taken in pieces. */
function decodeBase64(text: string): Uint8Array {
    const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0
    const out = new Uint8Array((text.length / 4) * 3 - padding)
    const piece = 1 << 20
    for (let from = 0, at = 0; from < text.length; from += piece) {
        const binary = atob(text.slice(from, from + piece))
        for (let i = 0; i < binary.length; i++) out[at++] = binary.charCodeAt(i)
    }
    return out
}

/** How often the page is told how far something is. */
const TELL_MS = 500

async function run<Name extends keyof Work>(id: number, name: Name, args: readonly unknown[]): Promise<void> {
    const before = readSoFar()
    const telling = setInterval(() => scope.postMessage({ kind: "read", id, bytes: readSoFar() - before }), TELL_MS)
    try {
        await filesRead
        // A desk or a face that was given meanwhile is there before what is asked next.
        await files
        if (resources === undefined) throw new Error("called before it was ready")
        host ??= webHost(resources, binaries, desks)
        const context: Context = {
            host,
            phase: (phase) => scope.postMessage({ kind: "phase", id, phase }),
        }
        // The page calls through `Client`, whose type is that of the handlers.
        const handler = handlers[name] as (context: Context, ...args: readonly unknown[]) => Promise<unknown>
        scope.postMessage({ kind: "done", id, value: await handler(context, ...args) })
    } catch (error) {
        scope.postMessage(failure(id, error))
    } finally {
        clearInterval(telling)
    }
}

function failure(id: number, error: unknown): FromWorker {
    if (error instanceof PacketError) return { kind: "refused", id, issues: error.issues }
    return { kind: "failed", id, message: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }
}
