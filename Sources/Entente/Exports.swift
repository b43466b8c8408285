// One import gives a program the whole pipeline.
@_exported public import Actors
@_exported public import Articles
@_exported public import Diagrams
@_exported public import Exchange
@_exported public import Graph
@_exported public import Language
@_exported public import Relations
@_exported public import Vocabulary
