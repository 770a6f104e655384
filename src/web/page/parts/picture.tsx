import { useEffect, useRef, useState } from "preact/hooks"
import type { PixelSize } from "../../../facts/evidence/mask.ts"
import { quietWork } from "../state.ts"

/** Types that every browser shows by itself. */
const SHOWN: Readonly<Record<string, string>> = {
    png: "image/png",
    jpg: "image/jpeg",
    jpeg: "image/jpeg",
    gif: "image/gif",
    webp: "image/webp",
    bmp: "image/bmp",
}

/** The type of a picture that can be shown; undefined for other files. */
export function pictureType(path: string): string | undefined {
    return SHOWN[/\.([^.]+)$/.exec(path)?.[1]?.toLowerCase() ?? ""]
}

/** Pictures that no browser shows, once they were decoded to be looked at, for as long as their file is there. */
const DECODED = new WeakMap<Blob, Blob>()

/**
 * A picture as every browser shows it: itself, or what the worker decodes of it; undefined where it cannot.
 *
 * @param orientation - Of the EXIF data of a picture that has to be decoded.
 */
async function pictureOf(path: string, blob: Blob, orientation = 1): Promise<Blob | undefined> {
    const type = pictureType(path)
    if (type !== undefined) return new Blob([blob], { type })
    const known = DECODED.get(blob)
    if (known !== undefined) return known
    const done = await quietWork("pictureToShow", blob, orientation)
    return done.kind === "done" ? done.value : undefined
}

/** The same to be looked at, and kept. */
export async function shownPicture(path: string, blob: Blob, orientation?: number): Promise<Blob | undefined> {
    const made = await pictureOf(path, blob, orientation)
    if (made !== undefined && pictureType(path) === undefined) DECODED.set(blob, made)
    return made
}

/**
 * Width at which a picture can be read and drawn on: as much of it as the window holds, but of a long one no less than a
 * phone's screen; what does not fit is scrolled to.
 */
export function readableWidth({ widthPx, heightPx }: PixelSize): string {
    return `min(100%, ${String(widthPx)}px, max(24rem, ${String((75 * widthPx) / heightPx)}vh))`
}

/** URL of a file for as long as it is shown. */
export function useUrl(blob: Blob | undefined, type: string | undefined): string {
    const [url, setUrl] = useState("")
    useEffect(() => {
        if (blob === undefined || type === undefined) {
            setUrl("")
            return
        }
        const made = URL.createObjectURL(new Blob([blob], { type }))
        setUrl(made)
        return () => URL.revokeObjectURL(made)
    }, [blob, type])
    return url
}

/** Width of a thumbnail, for screens of twice the resolution. */
const THUMB_PX = 96

/** Thumbnails that were made, for as long as their file is there. */
const THUMBS = new WeakMap<Blob, Promise<Blob | undefined>>()
/** One after the other: a phone's picture takes ten megabytes while it is decoded, and there may be hundreds. */
let thumbs: Promise<unknown> = Promise.resolve()

function thumbOf(path: string, blob: Blob, orientation: number | undefined): Promise<Blob | undefined> {
    const known = THUMBS.get(blob)
    if (known !== undefined) return known
    const made = thumbs
        .then(() => pictureOf(path, blob, orientation))
        .then((picture) => (picture === undefined ? undefined : smaller(picture)))
    thumbs = made
    THUMBS.set(blob, made)
    made.then((small) => (small === undefined ? THUMBS.delete(blob) : undefined))
    return made
}

/** A picture in the size of a thumbnail; undefined for what the browser cannot decode. */
async function smaller(picture: Blob): Promise<Blob | undefined> {
    try {
        const bitmap = await createImageBitmap(picture, { resizeWidth: THUMB_PX, resizeQuality: "medium" })
        const canvas = document.createElement("canvas")
        canvas.width = bitmap.width
        canvas.height = Math.min(bitmap.height, THUMB_PX * 2)
        canvas.getContext("2d")?.drawImage(bitmap, 0, 0)
        bitmap.close()
        return await new Promise((resolve) => canvas.toBlob((small) => resolve(small ?? undefined)))
    } catch {
        return undefined
    }
}

/** Pictures that the worker decodes, by their names: of other files it would look in vain. */
const isPicture = (path: string): boolean =>
    pictureType(path) !== undefined || /\.(?:heic|heif|hif|avif|tiff?)$/i.test(path)

interface ThumbnailProps {
    readonly path: string
    readonly blob: Blob | undefined
    readonly orientation?: number | undefined
}

/** A small picture of a file, made when it comes into sight; of what is no picture, its kind. */
export function Thumbnail({ path, blob, orientation }: ThumbnailProps) {
    const place = useRef<HTMLSpanElement>(null)
    const [small, setSmall] = useState<Blob | undefined>(undefined)
    useEffect(() => {
        setSmall(undefined)
        if (place.current === null || blob === undefined || !isPicture(path)) return
        let isThere = true
        const watch = new IntersectionObserver((seen) => {
            if (!seen.some(({ isIntersecting }) => isIntersecting)) return
            watch.disconnect()
            thumbOf(path, blob, orientation).then((made) => (isThere ? setSmall(made) : undefined))
        })
        watch.observe(place.current)
        return () => {
            isThere = false
            watch.disconnect()
        }
    }, [blob, path, orientation])
    const url = useUrl(small, small?.type)
    const kind = /\.([^./]+)$/.exec(path)?.[1]?.toUpperCase() ?? "?"
    return (
        <span class="thumb" aria-hidden="true" ref={place}>
            {url === "" ? kind : <img src={url} alt="" />}
        </span>
    )
}
