//! Words and passages: where they are in a text and what they are compared by.
