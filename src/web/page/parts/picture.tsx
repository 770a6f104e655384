import { useEffect, useState } from "preact/hooks"

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

/** A small picture of a file; of what no browser shows, its kind. */
export function Thumbnail({ path, blob }: { path: string; blob: Blob | undefined }) {
    const url = useUrl(blob, pictureType(path))
    const kind = /\.([^./]+)$/.exec(path)?.[1]?.toUpperCase() ?? "?"
    return (
        <span class="thumb" aria-hidden="true">
            {url === "" ? kind : <img src={url} alt="" loading="lazy" decoding="async" />}
        </span>
    )
}
