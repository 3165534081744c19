package com.example.named.rows;

/** A row of an exported package: the client may make it by itself. */
public record City(String name, long people) {}
