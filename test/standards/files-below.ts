import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { unzipSync } from "fflate"
import { hashOf } from "./written.ts"

export interface Found {
    /** From the folder on; of a file in a ZIP with the path of the ZIP before it. */
    readonly path: string
    readonly bytes: Uint8Array
}

/** Every file below a folder whose name ends so, loose or in a ZIP, once each by its hash. */
export function filesBelow(folder: string, ending: RegExp): Map<string, Found> {
    const found = new Map<string, Found>()
    const collect = (path: string, bytes: Uint8Array): void => {
        if (ending.test(path)) found.set(hashOf(bytes), { path, bytes })
        if (!path.endsWith(".zip")) return
        for (const [name, content] of Object.entries(unzipSync(bytes))) collect(`${path}/${name}`, content)
    }
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        const path = join(entry.parentPath, entry.name)
        if (entry.isFile() && (ending.test(path) || path.endsWith(".zip")))
            collect(path.slice(folder.length + 1), new Uint8Array(readFileSync(path)))
    }
    return found
}
