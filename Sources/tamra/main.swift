print("tamra")
