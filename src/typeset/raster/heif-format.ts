import { startsWith } from "./jpeg-segments.ts"

const HEIC_BRANDS = "heic heix heim heis hevc hevx hevm hevs mif1 mif2 msf1".split(" ")
/** Longest list of brands that is read; real ones have some ten. */
const MOST_BRANDS = 256

/**
 * HEIC or AVIF by the brands of a file (ISO/IEC 14496-12 §4.3, ISO/IEC 23008-12 annex B, AV1 Image File Format §6): the
 * first may name the container or a moving picture only.
 */
export function heifFormat(bytes: Uint8Array): "HEIC" | "AVIF" | undefined {
    if (!startsWith(bytes.subarray(4), "ftyp")) return undefined
    const brands = []
    const end = Math.min(bytes.length, 256 * (bytes[2] ?? 0) + (bytes[3] ?? 0), MOST_BRANDS)
    // Between the first brand and the others stands the version.
    for (let at = 8; at + 4 <= end; at += at === 8 ? 8 : 4)
        brands.push(String.fromCharCode(...bytes.subarray(at, at + 4)))
    if (brands.some((brand) => brand === "avif" || brand === "avis")) return "AVIF"
    return brands.some((brand) => HEIC_BRANDS.includes(brand)) ? "HEIC" : undefined
}
