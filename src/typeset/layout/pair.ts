import type { Block } from "../document/blocks.ts"
import { type Composer, inLanguage, type Setting } from "./composer.ts"
import { type FigureBlock, fillsPage, naturalSize, setFigure } from "./figure.ts"
import { moveDown, newPiece, type Piece, stackHeight, withEnds } from "./pages/piece.ts"
import { newTree } from "./pages/tree.ts"
import { depthOf } from "./styles.ts"
import type { SetBlocks } from "./tables/table.ts"

/** Two upright pictures beside each other, each under its heading and over its caption. */

type HeadingBlock = Extract<Block, { kind: "heading" }>

/** A picture with the heading directly before it. */
interface Plate {
    readonly heading?: HeadingBlock
    readonly figure: FigureBlock
}

export interface Pair {
    readonly kind: "pair"
    readonly plates: readonly [Plate, Plate]
}

/** Height over width from which a picture is upright: the screen of a phone, not a sheet of paper. */
const UPRIGHT = 1.6
const GAP_PT = 14
/** What a page must have room for beside a pair: the heading of its chapter. */
const CHAPTER_PT = 40
/** Least share of a page for the pictures, however long their captions are. */
const LEAST_OF_PAGE = 0.3

/**
 * The blocks, with each two upright pictures that follow each other as one. Half a page is wider than a phone, so that
 * its screen is printed no smaller than it was seen; what is broader wants the page for itself.
 */
export function withPairs(composer: Composer, blocks: readonly Block[], setting: Setting): readonly (Block | Pair)[] {
    if (!setting.sheet.pairs) return blocks
    const units: (Block | Pair)[] = []
    for (let at = 0; at < blocks.length; ) {
        const left = plateAt(composer, blocks, at, setting)
        const right = left && plateAt(composer, blocks, at + sizeOf(left), setting)
        if (left && right) units.push({ kind: "pair", plates: [left, right] })
        else units.push(...blocks.slice(at, at + 1))
        at += left && right ? sizeOf(left) + sizeOf(right) : 1
    }
    return units
}

const sizeOf = ({ heading }: Plate): number => (heading ? 2 : 1)

function plateAt(composer: Composer, blocks: readonly Block[], at: number, setting: Setting): Plate | undefined {
    const [first, second] = [blocks[at], blocks[at + 1]]
    const heading = first?.kind === "heading" ? first : undefined
    const figure = heading ? second : first
    if (figure?.kind !== "figure" || !fillsPage(composer, figure, setting)) return undefined
    const input = composer.images.get(figure.image)
    if (!input || input.kind === "pdf-page" || input.kind === "drawing") return undefined
    const { widthPt, heightPt } = naturalSize(input)
    if (heightPt < UPRIGHT * widthPt) return undefined
    return heading ? { heading, figure } : { figure }
}

/** Sets a pair as one piece: heads, pictures and captions begin at the same height. */
export function setPair(composer: Composer, { plates }: Pair, setting: Setting, setBlocks: SetBlocks): Piece[] {
    const { sheet } = setting
    const widthPt = (setting.widthPt - GAP_PT) / 2
    const places = plates.map((plate, i) => ({
        ...plate,
        own: { ...setting, widthPt, xPt: setting.xPt + i * (widthPt + GAP_PT) },
    }))
    // Both heads are measured before anything is set: in structure and reading order one picture follows the other.
    const measured = places.map(({ heading, own }) =>
        heading ? setBlocks({ ...composer, tree: newTree() }, [heading], { ...own, parent: 0 }) : [],
    )
    const headPt = Math.max(...measured.map(stackHeight))
    const gapPt = headPt === 0 ? 0 : Math.max(...measured.flat().map(({ afterPt }) => afterPt))
    const mostOf = (captionPt: number) =>
        Math.max(
            depthOf(sheet) * LEAST_OF_PAGE,
            depthOf(sheet) - CHAPTER_PT - headPt - gapPt - captionPt - inLanguage(sheet.caption, setting).beforePt,
        )
    const columns = places.map(({ heading, figure, own }) => ({
        head: heading ? setBlocks(composer, [heading], own) : [],
        body: setFigure(composer, figure, own, mostOf),
    }))
    const bodies = columns.map(({ body }) => body)
    const heads = columns.flatMap(({ head }) => stacked(head, headPt - stackHeight(head)))
    const below = bodies.flatMap((body) => stacked(body, headPt + gapPt))
    const heightPt = headPt + gapPt + Math.max(...bodies.map(stackHeight))
    const first = columns.flatMap(({ head }) => head.slice(0, 1))
    // A bookmark for each heading, and what is in both columns as one piece that no page end cuts.
    const marks = first.flatMap(({ outline }) => (outline ? [newPiece(sheet, 0, [], { outline, keep: true })] : []))
    const pair = newPiece(sheet, heightPt, [...heads, ...below], { afterPt: 9 })
    return withEnds([...marks, pair], { beforePt: Math.max(9, ...first.map(({ beforePt }) => beforePt)) }, {})
}

/** What is in pieces that stand below each other from some height on. */
function stacked(pieces: readonly Piece[], fromPt: number): Piece["items"] {
    return pieces.flatMap((piece, i) => {
        const topPt = fromPt + stackHeight(pieces.slice(0, i + 1)) - piece.heightPt
        return piece.items.map(({ item, order }) => ({ item: moveDown(item, topPt), order }))
    })
}
