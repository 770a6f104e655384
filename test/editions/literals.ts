import { parseAst } from "vitest/node"

type Node = Readonly<Record<string, unknown>>
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null

/**
 * Texts and names of members in a TypeScript source; of a template its fixed parts, each value in it as `0`. Types, and
 * what is compared with, hold no words.
 */
export function literals(source: string): string[] {
    return below(parseAst(source, { lang: "tsx" }))
}

function below(node: unknown): string[] {
    if (Array.isArray(node)) return node.flatMap(below)
    if (!isNode(node)) return []
    const { type, value } = node
    if (type === "Literal") return typeof value === "string" ? [value] : []
    if (type === "JSXText") return [String(value)]
    if (type === "TemplateLiteral") return [fixedParts(node), ...below(node.expressions)]
    if (typeof type === "string" && type.startsWith("TS") && !("expression" in node)) return []
    if (type === "BinaryExpression" && /^[!=]==$/.test(String(node.operator)))
        return [node.left, node.right].filter((side) => !isNode(side) || side.type !== "Literal").flatMap(below)
    return Object.values(node).flatMap(below)
}

function fixedParts({ quasis }: Node): string {
    const parts = Array.isArray(quasis) ? quasis : []
    return parts.map((part: { value: { cooked: string } }) => part.value.cooked).join("0")
}
