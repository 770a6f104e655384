/** Handlebars' parser without its compiler and runtime, which nothing here uses: a sixth of the code to load. */
declare module "handlebars/dist/cjs/handlebars/compiler/base.js" {
    export function parse(input: string): hbs.AST.Program
}
declare module "handlebars/dist/cjs/handlebars/exception.js" {
    export default class Exception extends Error {
        readonly lineNumber?: number
        readonly column?: number
    }
}
