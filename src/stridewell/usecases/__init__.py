"""What a person can do with Stridewell, one function each.

`today`, the knowledge base and, later, a store are arguments; nothing here knows a clock. Faces call these functions
and nothing below them; what a person gave and cannot be used comes back as `BadInput`.
"""
