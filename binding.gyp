{
  # Delegates: the sources and flags are in CMakeLists.txt. `node-gyp rebuild` runs the script, which puts the addon into build/Release.
  "targets": [{
    "target_name": "wavemill",
    "type": "none",
    "actions": [{
      "action_name": "cmake",
      "inputs": ["CMakeLists.txt"],
      "outputs": ["<(PRODUCT_DIR)/wavemill.node"],
      "action": ["node", "<(module_root_dir)/scripts/native.mjs"]
    }]
  }]
}
