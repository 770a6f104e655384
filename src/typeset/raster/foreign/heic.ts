import type { Raster } from "../raster.ts"
import { allow, type DecoderCode, onWhite, Undecodable } from "./foreign.ts"
import { type GlueOptions, glueOptions, guarded } from "./wasm.ts"

/** What of libheif's interface is used; failures come as values with a `code`. */
interface Heif {
    heif_context_alloc(): unknown
    heif_context_free(context: unknown): void
    heif_context_read_from_memory(context: unknown, bytes: Uint8Array): { readonly code: { readonly value: number } }
    heif_js_context_get_primary_image_handle(context: unknown): Handle
    heif_image_handle_get_width(handle: Handle): number
    heif_image_handle_get_height(handle: Handle): number
    heif_image_handle_release(handle: Handle): void
    heif_js_decode_image2(handle: Handle, colorspace: unknown, chroma: unknown): Promise<Image> | Image
    heif_image_release(image: unknown): void
    readonly heif_colorspace: { readonly heif_colorspace_RGB: unknown }
    readonly heif_chroma: { readonly heif_chroma_interleaved_RGBA: unknown }
}
interface Handle {
    readonly code?: unknown
}
interface Image {
    readonly code?: unknown
    readonly image: unknown
    readonly channels: readonly {
        readonly width: number
        readonly height: number
        readonly stride: number
        readonly data: Uint8Array
    }[]
}

/**
 * Decodes the main picture of a HEIC file with libheif and libde265, which turn it as its own properties say. They are
 * under the LGPL and stay files of their own, so that whoever wants to can put others in their place.
 */
export async function decodeHeic(bytes: Uint8Array, code: DecoderCode): Promise<Raster> {
    return guarded(async () => {
        const { default: start } = (await import("libheif-js/libheif-wasm/libheif.js")) as unknown as {
            default: (options: GlueOptions) => Promise<Heif> | Heif
        }
        const heif = await start(await glueOptions(code, "heic"))
        const context = heif.heif_context_alloc()
        if (heif.heif_context_read_from_memory(context, bytes).code.value !== 0) throw new Undecodable("damaged")
        const handle = heif.heif_js_context_get_primary_image_handle(context)
        if (handle.code !== undefined) throw new Undecodable("damaged")
        const [widthPx, heightPx] = [
            heif.heif_image_handle_get_width(handle),
            heif.heif_image_handle_get_height(handle),
        ]
        allow(widthPx, heightPx)
        const { heif_colorspace_RGB } = heif.heif_colorspace
        const { heif_chroma_interleaved_RGBA } = heif.heif_chroma
        const image = await heif.heif_js_decode_image2(handle, heif_colorspace_RGB, heif_chroma_interleaved_RGBA)
        const [plane] = image.code === undefined ? image.channels : []
        if (plane === undefined || plane.width !== widthPx || plane.height !== heightPx)
            throw new Undecodable("damaged")
        return onWhite(widthPx, heightPx, unpadded(plane))
    })
}

/** Rows without what fills them up to a round number of bytes. */
function unpadded({ width, height, stride, data }: Image["channels"][number]): Uint8Array {
    if (stride === 4 * width) return data
    const out = new Uint8Array(4 * width * height)
    for (let y = 0; y < height; y++) out.set(data.subarray(y * stride, y * stride + 4 * width), y * 4 * width)
    return out
}
