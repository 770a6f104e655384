import { useEffect, useRef, useState } from "preact/hooks"
import type { MaskBox, PixelSize } from "../../../facts/evidence/mask.ts"
import { readableWidth } from "../parts/picture.tsx"
import { say } from "../state.ts"
import { REMOVE } from "../words.ts"
import * as words from "./words.ts"

/** Boxes drawn over a picture, with the mouse or with keys; in whole pixels of the picture. */

interface MaskProps {
    readonly url: string
    readonly size: PixelSize
    readonly boxes: readonly MaskBox[]
    readonly onBoxes: (boxes: readonly MaskBox[]) => void
}

interface Point {
    readonly x: number
    readonly y: number
}

/** Smaller boxes are slips of the mouse. */
const SMALLEST = 4

export function MaskEditor({ url, size, boxes, onBoxes }: MaskProps) {
    const [look, area] = [useRef<HTMLElement>(null), useRef<HTMLDivElement>(null)]
    const isAdded = useRef(false)
    const [from, setFrom] = useState<Point | undefined>(undefined)
    const [to, setTo] = useState<Point | undefined>(undefined)
    const { widthPx, heightPx } = size
    const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
        const rect = area.current?.getBoundingClientRect()
        if (rect === undefined || rect.width === 0) return { x: 0, y: 0 }
        const x = Math.round(((clientX - rect.left) / rect.width) * widthPx)
        const y = Math.round(((clientY - rect.top) / rect.height) * heightPx)
        return { x: Math.min(Math.max(x, 0), widthPx), y: Math.min(Math.max(y, 0), heightPx) }
    }
    /** A box for those who use keys, in the middle of what is in sight; it has the focus, so that keys move it. */
    const add = (): void => {
        const { scrollTop = 0, clientHeight = 0, scrollHeight = 0 } = look.current ?? {}
        const middle = scrollHeight === 0 ? 0.5 : (scrollTop + clientHeight / 2) / scrollHeight
        onBoxes([...boxes, newBox(size, middle * heightPx)])
        isAdded.current = true
    }
    useEffect(() => {
        if (isAdded.current) area.current?.querySelector<HTMLElement>("button.boxed:last-of-type")?.focus()
        isAdded.current = false
    }, [boxes])
    const drawn = from === undefined || to === undefined ? undefined : between(from, to)
    const put = (i: number, change: Partial<MaskBox>): void => {
        onBoxes(boxes.map((box, own) => (own === i ? inside({ ...box, ...change }, size) : box)))
    }
    const remove = (i: number): void => onBoxes(boxes.filter((_, own) => own !== i))
    const step = Math.max(1, Math.round(widthPx / 100))
    const keys = (i: number, box: MaskBox) => (event: KeyboardEvent) => {
        const moves: Readonly<Record<string, readonly [number, number]>> = {
            ArrowLeft: [-step, 0],
            ArrowRight: [step, 0],
            ArrowUp: [0, -step],
            ArrowDown: [0, step],
        }
        if (event.key === "Delete" || event.key === "Backspace") remove(i)
        const move = moves[event.key]
        if (move === undefined) return
        event.preventDefault()
        const [x, y] = move
        const { currentTarget } = event
        if (currentTarget instanceof HTMLElement)
            requestAnimationFrame(() => currentTarget.scrollIntoView({ block: "nearest" }))
        put(i, event.shiftKey ? { width: box.width + x, height: box.height + y } : { x: box.x + x, y: box.y + y })
    }
    return (
        <section aria-label={say(words.MASK)}>
            <h2>{say(words.MASK)}</h2>
            <p class="hint">{say(words.MASK_TEXT)}</p>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is scrolled must be reached by keys */}
            <section class="look" tabIndex={0} aria-label={say(words.PICTURE)} ref={look}>
                <div
                    class="mask"
                    style={{ width: readableWidth(size) }}
                    ref={area}
                    onPointerDown={(event) => {
                        if (event.button !== 0 || (event.target as HTMLElement).tagName === "BUTTON") return
                        event.preventDefault()
                        event.currentTarget.setPointerCapture(event.pointerId)
                        setFrom(pointOf(event))
                        setTo(undefined)
                    }}
                    onPointerMove={(event) => {
                        if (from !== undefined) setTo(pointOf(event))
                    }}
                    onPointerUp={() => {
                        if (drawn !== undefined && drawn.width >= SMALLEST && drawn.height >= SMALLEST)
                            onBoxes([...boxes, drawn])
                        setFrom(undefined)
                        setTo(undefined)
                    }}
                >
                    <img src={url} alt="" draggable={false} />
                    {boxes.map((box, i) => (
                        <button
                            type="button"
                            key={i}
                            class="boxed"
                            aria-label={say(words.BOX(i + 1))}
                            style={placeOf(box, size)}
                            onKeyDown={keys(i, box)}
                        />
                    ))}
                    {drawn === undefined ? null : <span class="boxed drawing" style={placeOf(drawn, size)} />}
                </div>
            </section>
            <div class="pick">
                <button type="button" class="btn q" onClick={add}>
                    {say(words.ADD_BOX)}
                </button>
            </div>
            <ul class="files">
                {boxes.map((box, i) => (
                    <li key={i}>
                        <span>{say(words.BOX(i + 1))}</span>
                        <span class="soft path">
                            {box.x}, {box.y} · {box.width} × {box.height}
                        </span>
                        <label class="grow">
                            <span class="small">{say(words.REASON)}</span>
                            <input
                                type="text"
                                value={box.reason}
                                onInput={(event) => put(i, { reason: event.currentTarget.value })}
                            />
                        </label>
                        <button
                            type="button"
                            class="link"
                            aria-label={`${say(REMOVE)} ${String(i + 1)}`}
                            onClick={() => remove(i)}
                        >
                            {say(REMOVE)}
                        </button>
                    </li>
                ))}
            </ul>
        </section>
    )
}

function between(a: Point, b: Point): MaskBox {
    return {
        x: Math.min(a.x, b.x),
        y: Math.min(a.y, b.y),
        width: Math.abs(a.x - b.x),
        height: Math.abs(a.y - b.y),
        reason: "",
    }
}

/** A box as wide as a name or a number, around a line of the picture. */
function newBox(size: PixelSize, middle: number): MaskBox {
    const { widthPx, heightPx } = size
    const width = Math.max(SMALLEST, Math.round(widthPx / 5))
    const height = Math.max(SMALLEST, Math.round(Math.min(heightPx / 12, widthPx / 6)))
    const [x, y] = [Math.round((widthPx - width) / 2), Math.round(middle - height / 2)]
    return inside({ x, y, width, height, reason: "" }, size)
}

function inside(box: MaskBox, { widthPx, heightPx }: PixelSize): MaskBox {
    const width = Math.min(Math.max(box.width, SMALLEST), widthPx)
    const height = Math.min(Math.max(box.height, SMALLEST), heightPx)
    return {
        ...box,
        width,
        height,
        x: Math.min(Math.max(box.x, 0), widthPx - width),
        y: Math.min(Math.max(box.y, 0), heightPx - height),
    }
}

function placeOf({ x, y, width, height }: MaskBox, { widthPx, heightPx }: PixelSize) {
    const part = (value: number, of: number): string => `${String((value / of) * 100)}%`
    return {
        left: part(x, widthPx),
        top: part(y, heightPx),
        width: part(width, widthPx),
        height: part(height, heightPx),
    }
}
