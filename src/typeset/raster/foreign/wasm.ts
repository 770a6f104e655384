import type { DecoderName } from "../../../base/host.ts"
import { type DecoderCode, Undecodable } from "./foreign.ts"

/** What of the platform's WebAssembly is used: the core's shells have different declarations of it, or none. */
type Code = object
interface Instance {
    readonly exports: object
}
declare const WebAssembly: {
    compile(bytes: Uint8Array): Promise<Code>
    readonly Instance: new (code: Code, imports: object) => Instance
}

/** What the glue code of a decoder takes in place of loading files: it hands over its imports and gets exports. */
export interface GlueOptions {
    readonly instantiateWasm: (imports: object, ready: (instance: Instance) => void) => object
    /** Without it the glue code asks where it lies, which it does not know in a page. */
    readonly locateFile: (name: string) => string
    readonly noInitialRun: true
    readonly print: () => void
    readonly printErr: () => void
}

/** Code is compiled once for each host; every picture gets an instance of its own, whose memory goes with it. */
const COMPILED = new WeakMap<DecoderCode, Map<DecoderName, Promise<Code>>>()

/** Options with which the glue code of a decoder starts on a fresh instance. */
export async function glueOptions(code: DecoderCode, name: DecoderName): Promise<GlueOptions> {
    const known = COMPILED.get(code) ?? new Map<DecoderName, Promise<Code>>()
    COMPILED.set(code, known)
    const compiling = known.get(name) ?? WebAssembly.compile(code(name))
    known.set(name, compiling)
    const compiled = await compiling
    return {
        instantiateWasm(imports, ready) {
            const instance = new WebAssembly.Instance(compiled, imports)
            ready(instance)
            return instance.exports
        },
        locateFile: (name) => name,
        noInitialRun: true,
        print: () => undefined,
        printErr: () => undefined,
    }
}

/** Runs a decoder; whatever goes wrong in it is a fault of the picture. */
export async function guarded<T>(run: () => Promise<T>): Promise<T> {
    try {
        return await run()
    } catch (fault) {
        throw fault instanceof Undecodable ? fault : new Undecodable("damaged")
    }
}
