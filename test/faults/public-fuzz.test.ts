/** Ten thousand random bodies to every page that anybody may post to. */
import { fuzzPublic } from '#test/public-fuzz.ts'

fuzzPublic(10_000)
