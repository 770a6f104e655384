import { sha256Hex } from "../../base/digest.ts"
import type { Host } from "../../base/host.ts"
import { memorySource, readAll } from "../../base/source.ts"
import { type Leaving, type LeavingFile, leavingOf, whatLeavesView } from "../../editions/officer/what-leaves.ts"
import { recipientExhibits } from "../../editions/recipient/recipient.ts"
import type { Checklist } from "../../facts/checklist/checklist.ts"
import type { ImageInput, Images } from "../../typeset/layout/pages/placed.ts"
import { decodeRaster } from "../../typeset/raster/decode.ts"
import { encodeJpeg } from "../../typeset/raster/encode-jpeg.ts"
import { shrink } from "../../typeset/raster/shrink.ts"
import { composePdf } from "../print/compose.ts"
import { rasterOf } from "../print/look.ts"
import type { Undertaking } from "./undertake.ts"

/** 对外提供内容一览: in the first step for approval, and with all hashes for the archive. */

/** A file that leaves; without bytes while it is not made. */
export type LeavingBytes = Pick<LeavingFile, "role" | "name" | "pages"> & { readonly bytes?: Uint8Array }

/** What both papers for approval say. */
export function leaving(undertaking: Undertaking, checklist: Checklist, files: readonly LeavingFile[]): Leaving {
    const { draft, facts, input, recipient } = undertaking
    const hasConsent = (input.consent ?? []).length > 0
    return leavingOf(facts, recipient, input.officer, draft.items, checklist, files, hasConsent, draft.ledger)
}

/** The page as PDF. */
export async function whatLeaves(
    undertaking: Undertaking,
    host: Host,
    checklist: Checklist,
    files: readonly LeavingBytes[],
    letterCode: string,
): Promise<Uint8Array> {
    const { draft, facts, input, recipient, ref, at } = undertaking
    const listed = files.map(({ role, name, pages, bytes }): LeavingFile => {
        const hash = bytes === undefined ? {} : { sha256: sha256Hex(bytes) }
        return { role, name, ...hash, ...(pages === undefined ? {} : { pages }) }
    })
    const said = leaving(undertaking, checklist, listed)
    const data = whatLeavesView(facts, ref, recipient, input.officer, draft.items, listed, letterCode, said)
    const images = await thumbnails(undertaking)
    const composition = { template: "zh-CN/what-leaves", data, at, ref, neutral: false, images }
    return (await composePdf(host, composition)).bytes
}

const LONG_EDGE_PX = 400
const QUALITY = 80

/** The exhibits made small, by their labels. */
async function thumbnails({ draft, input }: Undertaking): Promise<Images> {
    const images = new Map<string, ImageInput>()
    for (const { item } of recipientExhibits(draft.items, input.officer)) {
        const { label } = item.entry
        const source = draft.sources.get(label)
        const picture = source === undefined ? undefined : rasterOf(item, source)
        if (source === undefined || picture === undefined) continue
        const raster = shrink(decodeRaster(await readAll(source), [label], picture.orientation), LONG_EDGE_PX)
        const { widthPx, heightPx } = raster
        const small = memorySource(encodeJpeg(raster, QUALITY))
        images.set(label, { kind: "jpeg", source: small, widthPx, heightPx, orientation: 1 })
    }
    return images
}
