import type { Issue } from "../../base/issue.ts"
import type { FolderFile, Phase } from "../given.ts"
import { AT_ONCE, type FromWorker, type ToWorker, type Work } from "../protocol.ts"
import type { Resources } from "../work/host.ts"

/** The page's end of the worker. */

/** Thrown where a flow refused: with what it found. */
export class Refused extends Error {
    readonly issues: readonly Issue[]
    constructor(issues: readonly Issue[]) {
        super("refused")
        this.issues = issues
    }
}

/** Thrown where the user stopped the work. */
export class Cancelled extends Error {}

interface Pending {
    readonly resolve: (value: unknown) => void
    readonly reject: (error: Error) => void
    readonly told: (told: Told) => void
}

/** How far a piece of work is. */
export type Told = { readonly phase: Phase } | { readonly readBytes: number }

type Call = Extract<ToWorker, { readonly kind: "call" }>

/** What the worker is made of. */
interface Given {
    readonly newWorker: () => Worker
    readonly resources: Resources
}

export class Client {
    /** Resolves when fonts and decoders are read. */
    readonly ready: Promise<void>
    /** Absent until the file is read so far. */
    #given: Given | undefined
    #worker: Worker | undefined
    #desks: readonly FolderFile[] = []
    /** Whole files, for a worker that replaces another. */
    readonly #files = new Map<string, Blob>()
    readonly #pending = new Map<number, Pending>()
    /** What was asked before what it needs was there; undefined from when all is there. */
    #early: Call[] | undefined = []
    /** Whether the worker does what nobody waits for any more. */
    #isStale = false
    #next = 1
    #isReady: () => void = () => undefined

    constructor() {
        this.ready = new Promise((resolve) => {
            this.#isReady = resolve
        })
    }

    /** Starts the worker. */
    start(newWorker: () => Worker, resources: Resources): void {
        this.#given = { newWorker, resources }
        this.#open()
        this.#sendEarly([])
    }

    /** Gives the worker a piece of one of the page's files as base64, or a whole file; `giveEnd` follows the last piece. */
    giveFile(name: string, data: Uint8Array | Blob): void {
        if (data instanceof Blob) this.#files.set(name, data)
        this.#worker?.postMessage({ kind: "file", name, data } satisfies ToWorker)
    }

    giveEnd(): void {
        this.#worker?.postMessage({ kind: "files-end" } satisfies ToWorker)
    }

    /** Profiles of the user's, `<id>.yaml`, in place of those that were given before. */
    giveDesks(desks: readonly FolderFile[]): void {
        this.#desks = desks
        this.#giveResources()
    }

    /** Calls the worker. Rejects with {@link Refused}, {@link Cancelled}, or an `Error` for a fault of the program. */
    call<Name extends keyof Work>(
        name: Name,
        args: Parameters<Work[Name]>,
        told: (told: Told) => void = () => undefined,
    ): ReturnType<Work[Name]> {
        const id = this.#next++
        const answer = new Promise<unknown>((resolve, reject) => {
            this.#pending.set(id, { resolve, reject, told })
        })
        this.#send({ kind: "call", id, name, args })
        return answer as ReturnType<Work[Name]>
    }

    /** Sends a call, or keeps it until what it needs is there. */
    #send(call: Call): void {
        if (this.#early === undefined || (this.#worker !== undefined && AT_ONCE.has(call.name)))
            this.#worker?.postMessage(call)
        else this.#early.push(call)
    }

    /** Sends what was kept; `rest` takes what still has to wait. */
    #sendEarly(rest: Call[] | undefined): void {
        const kept = this.#early ?? []
        this.#early = rest
        for (const call of kept) this.#send(call)
    }

    /** Stops what is being done: the worker is replaced, and gets its files again. */
    cancel(): void {
        for (const { reject } of this.#pending.values()) reject(new Cancelled("cancelled"))
        this.#pending.clear()
        if (this.#early === undefined) this.#replace()
        else {
            // It has pieces of files that nobody else has.
            this.#isStale = true
            this.#early = []
        }
    }

    #replace(): void {
        this.#worker?.terminate()
        this.#open()
    }

    #open(): void {
        const worker = this.#given?.newWorker()
        if (worker === undefined) return
        worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.#take(data)
        worker.onerror = ({ message }) => {
            const isAsked = this.#pending.size > 0
            for (const { reject } of this.#pending.values()) reject(new Error(message))
            this.#pending.clear()
            // What it was doing may still hold the others up. One that fails before it is asked would fail again.
            if (!isAsked || this.#early !== undefined || worker !== this.#worker) return
            this.#replace()
        }
        this.#worker = worker
        this.#giveResources()
        for (const [name, data] of this.#files) this.giveFile(name, data)
    }

    #giveResources(): void {
        const resources = this.#given?.resources
        if (resources === undefined) return
        this.#worker?.postMessage({ kind: "resources", resources, desks: this.#desks } satisfies ToWorker)
    }

    #take(message: FromWorker): void {
        if (message.kind === "ready") {
            if (this.#isStale) this.#replace()
            this.#isStale = false
            this.#sendEarly(undefined)
            this.#isReady()
            return
        }
        if (message.kind === "file") {
            this.#files.set(message.name, message.blob)
            return
        }
        const pending = this.#pending.get(message.id)
        if (pending === undefined) return
        if (message.kind === "phase") {
            pending.told({ phase: message.phase })
            return
        }
        if (message.kind === "read") {
            pending.told({ readBytes: message.bytes })
            return
        }
        this.#pending.delete(message.id)
        if (message.kind === "done") pending.resolve(message.value)
        else if (message.kind === "refused") pending.reject(new Refused(message.issues))
        else pending.reject(new Error(message.message))
    }
}
